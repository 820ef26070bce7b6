/** Where the layout changes; the same figures stand in the style sheets. */
export const narrowScreen = '(max-width: 767px)'
/** Below this the panel lies over the table instead of beside it. */
export const panelOverTable = '(max-width: 1099px)'

/** ECharts in our own clothes: the tokens of styles/tokens.css as far as its charts need them. */
const style = getComputedStyle(document.documentElement)
/** A token of the style sheets by its name, e.g. --light-red. */
export const token = (name: string) => style.getPropertyValue(name).trim()

/** One hue from nearly nothing to the accent: kinds of duty are no lights. */
export const heatRamp = ['#e9eff3', '#b9cbd7', '#8fadc0']

const axis = {
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { show: false },
  axisLabel: { color: token('--ink'), fontSize: 13 },
}

export const chartTheme = {
  textStyle: { fontFamily: token('--sans'), color: token('--ink') },
  categoryAxis: axis,
  // Nothing on these pages is better understood by moving.
  animation: false,
}

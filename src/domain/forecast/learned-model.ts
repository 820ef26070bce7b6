/** The model that comes along: learned from simulated programmes by `npm run backtest -- --learn`, or from a history. */
import type { ForecastModel } from './forecast-model.ts'
import learned from './learned-model.json' with { type: 'json' }

export const learnedModel: ForecastModel = learned

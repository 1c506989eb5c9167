import type { KeptSetting } from '../kept-settings/kept-setting.js'
import { publisherSchema, type Publisher } from './publisher.js'

/** What the house says of itself, each part with a life of its own. */
export interface HouseSettings { publisher: KeptSetting<Publisher> }

/** What holds as long as nobody has set anything at the desk. */
export interface FirstValues { publisher: Publisher }

/** The settings of the house. What they begin with comes from the environment. */
export function houseSettings ({ publisher }: FirstValues): HouseSettings {
  return { publisher: { name: 'publisher', schema: publisherSchema, first: publisher } }
}

/** Where the list of tasks gets its units from, once its picker needs them. */
export const UNITS_PATH = '/units'

/** In the address of the list: whoever has no script asks for the page with all units in it. */
export const ALL_UNITS_PARAMETER = 'units'

/** Stands in for what downshift scrolls its list with, in the build: the list here scrolls itself, see option-list. */
export const compute = (): [] => []

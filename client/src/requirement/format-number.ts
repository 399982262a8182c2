/** A requirement's human number as it is shown and linked to: `R-17`. */
export const formatNumber = (number: number): string => `R-${number}`

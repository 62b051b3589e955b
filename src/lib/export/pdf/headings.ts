/** A heading that other pages refer to: the page that it falls on depends on what stands before it. */
export const COMPARISON = 'Comparison';

/** Changes whenever a formula, default or id does; reports and links carry it. */
export const MODEL_VERSION = '1.0.0';

const NAMES: Readonly<Record<string, string>> = {
	aws: 'AWS',
	gcp: 'Google Cloud',
	azure: 'Azure'
};

/** What a cloud is called in sentences; its id where it has no name here. */
export const cloudName = (id: string): string => NAMES[id] ?? id;

/** Which proposals are shown: those of clusters and tasks, or coefficients of load tests. */
export interface UsesProps {
	readonly part: 'estates' | 'fits';
}

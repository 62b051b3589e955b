import type { Plan } from '../../plan/plan.ts';
import type { Crossing } from '../../report/decision/crossing.ts';
import type { Decision } from '../../report/decision/decision.ts';

/** How sure the answer to a plan is. */
export interface RangesQuestion {
	readonly kind: 'ranges';
	readonly plan: Plan;
	readonly samples: number;
	/** Without what moves the answer, months and break-evens: a preview. */
	readonly quick: boolean;
}

/** Two options over one thing that moves. */
export interface CrossingQuestion {
	readonly kind: 'crossing';
	readonly plan: Plan;
	readonly a: string;
	readonly b: string;
	/** An axis by its id; the first where it is none of the pair's. */
	readonly axis: string | undefined;
}

export type Question = RangesQuestion | CrossingQuestion;

export interface DecisionAnswer {
	readonly kind: 'ranges';
	readonly decision: Decision;
}

export interface CrossingAnswer {
	readonly kind: 'crossing';
	/** Everything over which the two can be compared. */
	readonly axes: readonly { readonly id: string; readonly label: string }[];
	readonly axis: string | undefined;
	/** Absent: neither cost depends on it, or one of the two has none. */
	readonly crossing?: Crossing;
}

export type Answer = DecisionAnswer | CrossingAnswer;

/** Who asked hears how far the work is, and then the answer or that there is none. */
export interface Hearing {
	readonly progress: (share: number) => void;
	readonly answer: (answer: Answer) => void;
	readonly failed: () => void;
}

/** Where questions are put: a worker, or the page itself in slices. One question of each kind. */
export interface Desk {
	/** Takes the place of an earlier question of its kind, which is never answered then. */
	readonly ask: (question: Question, hearing: Hearing) => void;
	readonly drop: (kind: Question['kind']) => void;
}

/** From page to worker. */
export type Request =
	| { readonly type: 'ask'; readonly id: number; readonly question: Question }
	| { readonly type: 'drop'; readonly kind: Question['kind'] };

/** From worker to page. */
export type Message =
	| { readonly type: 'progress'; readonly id: number; readonly share: number }
	| { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
	| { readonly type: 'failed'; readonly id: number };

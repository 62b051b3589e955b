/** What a reader is told about a named step; formula and terms are derived, never written. */
export interface Meaning {
	/** Unique within an option; ends up in workbooks and links. Rows use the keys of `model.md` §17. */
	readonly id: string;
	readonly label: string;
	readonly symbol?: string;
	readonly why?: string;
	/** What is left out, and which way that errs. */
	readonly limits?: string;
	/** Where the formula comes from: keys into pricing-data or a section of the model. */
	readonly sources?: readonly string[];
}

/** Codes of guards and checks (`model.md` §2). */
export type FaultCode =
	| 'INPUT_INVALID'
	| 'REQUEST_UNSET'
	| 'REPLICA_TOO_SMALL'
	| 'NODE_TOO_SMALL'
	| 'POD_TOO_LARGE'
	| 'FARGATE_TOO_LARGE';

/** One operation. The list is closed: see README.md for how to add to it. */
export type Node =
	| { readonly op: 'constant'; readonly unit: string; readonly text: string }
	| { readonly op: 'leaf'; readonly unit: string; readonly path: string }
	| { readonly op: 'month'; readonly unit: string }
	| { readonly op: 'bound'; readonly unit: string; readonly mark: number }
	| {
			readonly op: 'named';
			readonly unit: string;
			readonly args: readonly [Node];
			readonly meaning: Meaning;
	  }
	| {
			readonly op: 'guard';
			readonly unit: string;
			readonly args: readonly [Node];
			readonly code: FaultCode;
	  }
	| {
			readonly op: Binary;
			readonly unit: string;
			readonly args: readonly [Node, Node];
	  }
	| { readonly op: Unary; readonly unit: string; readonly args: readonly [Node] }
	| {
			readonly op: 'ifAbove';
			readonly unit: string;
			readonly args: readonly [Node, Node, Node, Node];
	  }
	| {
			readonly op: 'held';
			readonly unit: string;
			readonly args: readonly [Node];
			readonly period: number;
	  }
	| {
			readonly op: 'leastCount';
			readonly unit: string;
			/** The need, in terms of the count under trial. */
			readonly args: readonly [Node];
			readonly mark: number;
	  };

export type Binary = 'add' | 'sub' | 'mul' | 'div' | 'max' | 'min' | 'pow' | 'powerSum';
export type Unary = 'ceil' | 'floor' | 'ln' | 'exp' | 'overMonths';

const none: readonly Node[] = [];

/** The nodes a node is made of. */
export const argsOf = (node: Node): readonly Node[] => ('args' in node ? node.args : none);

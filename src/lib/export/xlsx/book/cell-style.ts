/** A line along a cell. */
export interface Edge {
	readonly style: 'thin' | 'dotted';
	/** Six hexadecimal digits, as every colour here. */
	readonly colour: string;
}

export interface CellFont {
	readonly size: number;
	readonly colour: string;
	readonly bold?: boolean;
	readonly italic?: boolean;
}

/** How a cell looks. Styles are told apart by identity: use one object for what looks the same. */
export interface CellStyle {
	readonly font: CellFont;
	readonly fill?: string;
	readonly top?: Edge;
	readonly bottom?: Edge;
	/** A number format in the letters of Excel, or a name that the workbook has for one; `General` where absent. */
	readonly format?: string;
	readonly horizontal?: 'left' | 'right';
	readonly vertical?: 'top' | 'bottom';
	readonly wrap?: boolean;
	/** Letters between the edge of the cell and its text. */
	readonly indent?: number;
}

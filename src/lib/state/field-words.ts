import { FORMS, isWritten } from '../plan/written-number.ts';
import type { FormNumber } from './form.ts';
import { valueOfText } from './typed-text.ts';

const QUOTED_CHARS = 40;

type Asked = Pick<FormNumber, 'shift' | 'min' | 'max' | 'range'>;

interface Told {
	readonly field: Asked;
	/** What stands in the field. */
	readonly text: string;
	/** The fault, in the plan's own words. */
	readonly message: string;
}

/** A fault that no range explains quotes the value of the plan, which is a fraction. */
const FRACTION = /^-?\d+(?:\.\d+)?(?= leaves no option)/;
const bareOf = (text: string): string => text.trim().replace(/\s*%$/, '');

/**
 * The fault of a number in the words of its field: a share is typed in per cent and checked as a
 * fraction, and whoever wrote no number is told how numbers are written.
 */
export function faultWords({ field, text, message }: Told): string {
	const isNumber = isWritten(text.replace(/\s*%\s*$/, ''));
	if (field.shift === 0) {
		return raised(isNumber || !message.includes('not a number') ? message : `${message} ${FORMS}.`);
	}
	if (isNumber && isWithin(text, field)) return message.replace(FRACTION, `${bareOf(text)} %`);
	const cut = text.length > QUOTED_CHARS ? `${text.slice(0, QUOTED_CHARS)}…` : text.trim();
	return isNumber
		? `"${cut}" is out of range; allowed: ${field.range}.`
		: `"${cut}" is not a number; allowed: ${field.range}. ${FORMS}, with or without a per cent sign.`;
}

/** Whether a number is one that its own range allows. */
export function isWithin(text: string, { shift, min, max }: Asked): boolean {
	const value = valueOfText(text, -shift);
	const [least, most] = [min, max].map((end) => end / 10 ** shift);
	return typeof value !== 'string' && value >= (least ?? 0) && value <= (most ?? 0);
}

const raised = (words: string): string => words.replace(/10\^12/g, '10¹²').replace(/10\^6/g, '10⁶');

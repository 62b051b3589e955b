/**
 * What a page is sent with, as one text: a browser reads that many times faster than the same as
 * script, and a page comes to life the sooner.
 */
export class Sheet<T> {
	readonly value: T;
	constructor(value: T) {
		this.value = value;
	}
}

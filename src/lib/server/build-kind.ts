/** Fixed pages for any web server: nothing answers a request, so a page reads its address itself. */
export const IS_STATIC = process.env['ADAPTER'] === 'static';

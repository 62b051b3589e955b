// Inside an embed: tells the page around it how tall the content is, and hears two messages from it.
// Written by hand to stay under a kilobyte; the words are those of src/lib/embed/protocol.ts.
(() => {
	const { served, hosts = '' } = document.currentScript.dataset;
	const here = new URL(location.href);
	const query = here.searchParams;
	// A server never sees a fragment, so a state that stands there is handed on as a query.
	if (served !== undefined && here.hash.startsWith('#s=')) {
		query.set('s', here.hash.slice(3));
		here.hash = '';
		location.replace(here);
		return;
	}
	if (parent === self) return;
	const id = (/^[\w-]{1,40}$/.exec(query.get('frame')) ?? [''])[0];
	let sent = 0;
	let due = false;
	const tell = () => {
		due = false;
		const { height: px } = document.getElementById('app').getBoundingClientRect();
		const height = Math.min(Math.max(Math.ceil(px), 120), 4000);
		if (Math.abs(height - sent) < 2) return;
		sent = height;
		parent.postMessage({ type: 'meshup:height', v: 1, id, height }, '*');
		parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
	};
	const soon = () => {
		if (!due) requestAnimationFrame(tell);
		due = true;
	};
	const listed = (origin) =>
		hosts.split(' ').some((host) => {
			if (host === '*') return true;
			if (host === "'self'") return origin === here.origin;
			const [scheme, domain] = host.split('://*');
			return domain
				? origin.startsWith(scheme + '://') && origin.endsWith(domain)
				: host === origin;
		});
	addEventListener('message', ({ source, origin, data }) => {
		if (source !== parent || !listed(origin) || typeof data !== 'object' || data?.v !== 1) return;
		const keys = Object.keys(data).sort().join();
		if (data.type === 'meshup:ping' && keys === 'type,v') {
			sent = 0;
			soon();
		} else if (data.type === 'meshup:theme' && keys === 'theme,type,v') {
			if (/^(auto|light|dark)$/.test(data.theme))
				document.documentElement.dataset.theme = data.theme;
		}
	});
	new ResizeObserver(soon).observe(document.getElementById('app'));
})();

// <meshup-estimate src title height>: see lib/embed/protocol.ts
self.MeshUp ??= class extends HTMLElement {
	connectedCallback() {
		const src = new URL(this.getAttribute('src'), location);
		if (this.frame || !/^http/.test(src)) return;
		const id = 'm' + (MeshUp.n = -~MeshUp.n);
		src.searchParams.set('frame', id);
		const f = (this.frame = document.createElement('iframe'));
		const height = this.getAttribute('height') || 320;
		Object.assign(f, { src, title: this.title, width: '100%', height, frameBorder: 0 });
		f.loading = 'lazy';
		addEventListener('message', ({ source, origin, data }) => {
			const { type, v, id: to, height: h, ...x } = Object(data);
			if (source !== f.contentWindow || ![src.origin, 'null'].includes(origin)) return;
			if (type !== 'meshup:height' || v !== 1 || to !== id || Object.keys(x)[0]) return;
			if (Number.isInteger(h) && h > 119 && h < 4001) f.height = h;
		});
		this.replaceChildren(f);
	}
};
if (!MeshUp.tag) customElements.define((MeshUp.tag = 'meshup-estimate'), MeshUp);

import { cleaned } from '../parsed.ts';
import type { NameMap } from '../sha256.ts';
import { at, listAt, textAt } from '../shape.ts';
import type { Scope, ServiceFacts } from './types.ts';

/** Namespaces whose services belong to the platform or to a mesh itself. */
const SYSTEM =
	/^(kube-(system|public|node-lease)|istio-system|linkerd(-.*)?|consul|appmesh-system)$/;

/** Root namespace of Istio unless somebody moved it. */
const ROOT = 'istio-system';

/** Counts services, their ports and subsets, and gathers what proxies may see. */
export class ServiceSum {
	readonly #byNamespace = new Map<string, number>();
	readonly #scopes: Scope[] = [];
	readonly #mapName: NameMap;
	#count = 0;
	#ports = 0;
	#subsets = 0;
	#seen = false;

	constructor(mapName: NameMap) {
		this.#mapName = mapName;
	}

	/** Takes a Service; names outside the cluster and the API server itself are none of ours. */
	addService(service: unknown): void {
		this.#seen = true;
		const namespace = textAt(service, 'metadata', 'namespace') ?? 'default';
		const name = textAt(service, 'metadata', 'name');
		if (SYSTEM.test(namespace) || (namespace === 'default' && name === 'kubernetes')) return;
		if (textAt(service, 'spec', 'type') === 'ExternalName') return;
		const shown = this.#mapName(cleaned(namespace));
		this.#count++;
		this.#ports += Math.max(1, listAt(service, 'spec', 'ports').length);
		this.#byNamespace.set(shown, (this.#byNamespace.get(shown) ?? 0) + 1);
	}

	addDestinationRule(rule: unknown): void {
		this.#subsets += listAt(rule, 'spec', 'subsets').length;
	}

	/** Takes an Istio Sidecar: the hosts its egress lists name, a namespace before each slash. */
	addScope(sidecar: unknown): void {
		const written = textAt(sidecar, 'metadata', 'namespace') ?? 'default';
		const namespace = this.#mapName(cleaned(written));
		const hosts = listAt(sidecar, 'spec', 'egress')
			.flatMap((listener) => listAt(listener, 'hosts'))
			.filter((host) => typeof host === 'string')
			.map((host) => this.#host(host));
		const wholeNamespace = at(sidecar, 'spec', 'workloadSelector') === undefined;
		this.#scopes.push({ namespace, hosts, wholeNamespace, meshWide: written === ROOT });
	}

	#host(host: string): string {
		const slash = host.indexOf('/');
		const namespace = slash === -1 ? '.' : host.slice(0, slash);
		const name = host.slice(slash + 1);
		const special = namespace === '.' || namespace === '*' || namespace === '~';
		const shownNamespace = special ? namespace : this.#mapName(cleaned(namespace));
		return `${shownNamespace}/${name === '*' ? '*' : this.#mapName(cleaned(name))}`;
	}

	finish(): { readonly services: ServiceFacts | undefined; readonly scopes: readonly Scope[] } {
		const services = {
			count: this.#count,
			ports: this.#ports,
			subsets: this.#subsets,
			byNamespace: this.#byNamespace
		};
		return { services: this.#seen ? services : undefined, scopes: this.#scopes };
	}
}

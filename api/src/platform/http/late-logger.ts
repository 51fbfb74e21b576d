import type { FastifyBaseLogger } from 'fastify';

type Bindings = Parameters<FastifyBaseLogger['child']>[0];
type Options = Parameters<FastifyBaseLogger['child']>[1];

/** A request's logger that is made when the request has something to say: nearly none has. */
export class LateLogger implements FastifyBaseLogger {
  readonly #make: () => FastifyBaseLogger;
  #made: FastifyBaseLogger | undefined;

  constructor(parent: FastifyBaseLogger, bindings: Bindings, options: Options) {
    this.#make = () => parent.child(bindings, options);
  }

  get #logger(): FastifyBaseLogger {
    this.#made ??= this.#make();
    return this.#made;
  }

  get level(): string {
    return this.#logger.level;
  }

  get child(): FastifyBaseLogger['child'] {
    return this.#logger.child.bind(this.#logger);
  }

  get fatal(): FastifyBaseLogger['fatal'] {
    return this.#logger.fatal.bind(this.#logger);
  }

  get error(): FastifyBaseLogger['error'] {
    return this.#logger.error.bind(this.#logger);
  }

  get warn(): FastifyBaseLogger['warn'] {
    return this.#logger.warn.bind(this.#logger);
  }

  get info(): FastifyBaseLogger['info'] {
    return this.#logger.info.bind(this.#logger);
  }

  get debug(): FastifyBaseLogger['debug'] {
    return this.#logger.debug.bind(this.#logger);
  }

  get trace(): FastifyBaseLogger['trace'] {
    return this.#logger.trace.bind(this.#logger);
  }

  get silent(): FastifyBaseLogger['silent'] {
    return this.#logger.silent.bind(this.#logger);
  }
}

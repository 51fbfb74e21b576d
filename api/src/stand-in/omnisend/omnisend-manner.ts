import type { VendorManner } from '../desk/vendor-answer.ts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Validation failed',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  409: 'Conflict',
  410: 'API version retired',
  429: 'Too many requests',
};

/** How Omnisend speaks: problem details of RFC 9457, the time to wait in the body. */
export const omnisendManner: VendorManner = {
  authorizationScheme: 'Omnisend-API-Key',
  versionHeader: 'omnisend-version',
  version: '2026-03-15',
  reads: ['application/json'],
  writes: 'application/json',
  refuse({ status, message, code, issues, retryAfter }) {
    const errors = issues.map(({ path, message: said }) => ({
      field: path.map(String).join('.'),
      code,
      message: said,
    }));
    const problem = {
      ...{ type: `https://stand-in.example/problems/${status}`, title: TITLES[status] ?? 'Server error', status },
      ...{ detail: message, instance: 'urn:omnisend:request:00000000-0000-4000-8000-000000000000' },
    };
    return {
      status,
      body: {
        ...problem,
        ...(errors.length > 0 ? { errors } : {}),
        ...(retryAfter ? { retryAfter: retryAfter.seconds } : {}),
      },
    };
  },
};

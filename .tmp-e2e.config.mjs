export default { root: '/work/wt/stand-in', test: { include: ['e2e/shopify-*.test.ts'], testTimeout: 60000, hookTimeout: 120000 } };

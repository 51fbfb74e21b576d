/** How `pnpm manifest:emit` describes the element for editors and documentation: what a page can reach, and nothing else. */
export default {
  globs: ['src/vip-gate.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'public-surface',
      packageLinkPhase({ customElementsManifest }) {
        for (const module of customElementsManifest.modules) {
          module.declarations = module.declarations.filter((declaration) => declaration.customElement);
          for (const element of module.declarations)
            element.members = element.members.filter((member) => member.attribute !== undefined);
        }
      },
    },
  ],
};

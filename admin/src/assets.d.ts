/** Pictures are files of the build; importing one gives its address. */
declare module '*.svg' {
  const address: string;
  export default address;
}

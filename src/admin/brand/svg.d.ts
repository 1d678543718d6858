/** A picture that the admin's build copies. The default export is its address. */
declare module '*.svg' {
  const address: string;
  export default address;
}

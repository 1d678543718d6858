/** A picture that the admin's build copies. @returns its address */
declare module '*.svg' {
  const address: string;
  export default address;
}

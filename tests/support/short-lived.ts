/**
 * Node's options for a process that starts Strapi and lives for seconds. Without V8's optimising compiler such a start took
 * 5.2 seconds of a processor, and 6.8 with it (Node 20, a database that has its tables).
 */
export const SHORT_LIVED = ['--no-opt'];

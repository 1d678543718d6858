export { safeLink } from '../newsroom/text/safe-link';

export { en } from './texts.en';
export { id } from './texts.id';
export { km } from './texts.km';
export { th } from './texts.th';
export { zh } from './texts.zh';

export { byteRange } from './byte-range.js';
export { DiskFileStore } from './disk-file-store.js';
export { cleanFileName, contentDisposition } from './file-name.js';
export { FILE_STORE } from './file-store.provider.js';
export * from './file-store.js';
export { FilesConfig } from './files.config.js';
export { PAPER_TYPES, sniffMediaType } from './media-type.js';
export { receiveUpload, type Upload } from './receive-upload.js';
export { sendFile, type SendableFile } from './send-file.js';

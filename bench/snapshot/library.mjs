// Takes a snapshot of a folder through the library.
import { Code } from 'cdktf-azureml';
import { measured } from './measure.mjs';

const [folder] = process.argv.slice(2);
const limits = { maxFiles: Number.MAX_SAFE_INTEGER, maxSizeMiB: Number.MAX_SAFE_INTEGER };

const { result, cpuSeconds, peakMb } = measured(() => Code.fromDirectory(folder, limits));

console.log(JSON.stringify({ hash: result.hash, cpuSeconds, peakMb }));

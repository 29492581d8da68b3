// What a process has resident that does nothing.
console.log(JSON.stringify({ peakMb: process.resourceUsage().maxRSS / 1024 }));

'use strict';
// How often each job of the flow has ended, and how.
const ends = new Map();

/** For the flow: counts one end of a job. Returns whether it is the first. */
exports.end = (job, how) => {
  const all = ends.get(job) ?? [];
  ends.set(job, [...all, how]);
  return all.length === 0;
};

exports.tool = () => Object.fromEntries(ends);

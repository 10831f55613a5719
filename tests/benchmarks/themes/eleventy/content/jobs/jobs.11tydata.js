export default {
  tags: "jobs",
  layout: "job.11ty.js",
  permalink: (data) => `/jobs/${data.page.fileSlug}/`,
};

export default { tags: "articles" };

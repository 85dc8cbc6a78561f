// docx names the types of Node; here it finds none, so that nothing of Node leaks into pure and browser code.
export {};

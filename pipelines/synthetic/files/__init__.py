"""The year as the files a coordinator would have: workbooks, lists, exports, a log."""

// Tells Streamlit's page where its server is, so that an address typed in directly makes no failing request.
window.__streamlit = { BACKEND_BASE_URL: location.origin + "/", MAIN_PAGE_BASE_URL: location.origin + "/" };

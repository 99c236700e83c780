"""What is served: contacts, leaders and states, loaded once, looked up, and found by what an address says."""

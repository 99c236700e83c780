"""Who speaks: verbs of speech with their subjects, in every order, and whose words a sentence gives."""

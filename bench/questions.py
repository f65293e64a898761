"""The six questions that both sites ask, and the answers that a respondent gives."""

# (kind, question, what can be chosen)
QUESTIONS = [
    ("choose_one", "Do you know what is written down about you?", ["Yes", "Some of it", "No"]),
    ("faces", "How does it feel to be written about?", ["Bad", "Not good", "OK", "Good", "Great"]),
    (
        "choose_several",
        "Who should be able to read it?",
        ["Me", "My family", "My social worker", "My school", "My doctor", "Nobody"],
    ),
    ("short_text", "Which word would you use for it?", []),
    ("choose_one", "Would you like to add words of your own?", ["Yes", "Not sure", "No"]),
    ("long_text", "What should we change?", []),
]
CHOSEN = 1  # which of what can be chosen a respondent takes, counted from 0
WORDS = "Ask me first. Then read it to me before you keep it. " * 3

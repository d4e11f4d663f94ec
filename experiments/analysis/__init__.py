"""What may be read off a study: one module for each question, each giving a table and sentences.

An analysis sees tables only and runs nothing. It is handed the results of a study, looks first
whether they are whole, and gives a ``Found``: rows to publish, sentences to read, and what a figure
needs. Figures are made of that alone, in ``figures``. What a well-kept library does is asked of the
library (SALib, the EMA workbench, scikit-learn); those are loaded only where they are used.
"""

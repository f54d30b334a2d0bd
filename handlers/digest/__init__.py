"""What superiors get on a schedule: the figures of a period, in a text, a picture and a workbook."""

import StudyFiles
import Testing

import CostEngine
import Testing

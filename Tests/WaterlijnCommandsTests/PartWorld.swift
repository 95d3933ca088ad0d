/// A small study in a folder `s`, of 1,900 draws: nine replicates and a half.
enum PartWorld {
  static let files = [
    "settings.csv": "setting,value\nfirst_year,2027\nyears,2\nreference_level,A\ndraws,1900\n",
    "regions.csv": "region,name,population,municipalities\nR,Regio,100000,4\nQ,Andere,200000,9\n",
    "functions.csv": "function,name,per,hourly_cost\nF,Functie,region,40..60\n",
    "norms.csv": "level,function,positions,persons_per_position,initial_hours,annual_hours\nA,F,1,3,40,20\n",
    "staffing.csv": "region,function,persons,turnover\n*,F,1..3,5%..9%\n",
    "training.csv": "region,function,initial_hours,annual_hours\n*,*,10..30,8\n",
    "scenarios.csv": "scenario,name,level,phase_in,from,until\nS,Ineens,A,step,2027,\nT,Later,A,linear,2027,2028\n",
  ]

  static func world() throws -> World {
    let world = World()
    for (name, text) in files { try world.write(text, to: "s/" + name) }
    return world
  }

  static func results(_ world: World, _ folder: String) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for (name, bytes) in world.contents where name.hasPrefix(folder + "/") {
      found[String(name.dropFirst(folder.count + 1))] = bytes
    }
    return found
  }
}

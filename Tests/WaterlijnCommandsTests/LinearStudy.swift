/// A small study whose statistics are known functions of its inputs.
///
/// One region `R1`, years 2027 ... 2032, constant prices, no funds. Scenario `S` grows from 2027 to `until` (2030) to 6
/// provisions of EUR 1,000 a year, of which there are none: its structural cost of 2027 is `6,000 / (until - 2026)`, its
/// one-offs of 2027 are `VAST` (EUR 1,000) and a uniform `TOEVAL` between 0 and EUR 1,000. `PIEK`, EUR 5,000, falls in the
/// year of the shared quantity `jaar` (2027). `T` does all at once in 2027, without one-offs; its region has a bandwidth
/// of its own, 50 %.
enum LinearStudy {
  static let files = [
    "settings.csv": "setting,value\nfirst_year,2027\nyears,6\nreference_level,norm\ntitle,Rechte lijnen\n",
    "regions.csv": "region,name,population,municipalities\nR1,Noord,100000,1\n",
    "functions.csv": "function,name,per,hourly_cost\n",
    "norms.csv": "level,function,positions,persons_per_position,initial_hours,annual_hours\n",
    "staffing.csv": "region,function,persons,turnover\n",
    "training.csv": "region,function,initial_hours,annual_hours\n",
    "provisions.csv": "provision,name,per,unit_cost,index\nEX,Oefening,region,1000,price\n",
    "provision-norms.csv": "level,provision,quantity\nnorm,EX,6\n",
    "one-offs.csv": """
    item,name,per,amount,from,until,index,scenarios
    VAST,Vast,national,1000,2027,2027,price,S
    TOEVAL,Toeval,national,0..1000,2027,2027,price,S
    PIEK,Piek,national,5000,var(jaar),var(jaar),price,S

    """,
    "variables.csv": "variable,value\njaar,2027\n",
    "scenarios.csv": """
    scenario,name,level,phase_in,from,until,bandwidth
    S,Recht,norm,linear,2027,2030,
    T,Ineens,norm,step,2027,,10%

    """,
    "scenario-regions.csv": "scenario,region,bandwidth\nT,R1,50%\n",
  ]

  static func write(to world: World, folder: String = "studie") throws {
    for (name, text) in files { try world.write(text, to: folder + "/" + name) }
  }
}

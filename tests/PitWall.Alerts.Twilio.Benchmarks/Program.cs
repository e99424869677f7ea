using System.Reflection;
using BenchmarkDotNet.Running;
using PitWall.Alerts.Twilio.Benchmarks;

switch (args)
{
    case [FirstNumber.Argument]:
        await FirstNumber.MeasureAsync();
        break;
    case [FirstNumber.ChildArgument]:
        FirstNumber.ReadOne();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
        break;
}

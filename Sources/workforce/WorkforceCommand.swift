@main struct WorkforceCommand { static func main() {} }
